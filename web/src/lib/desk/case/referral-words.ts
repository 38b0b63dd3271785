/** Why a department takes part in an item, and how its part stands, in words. */
import { isOpen } from '../../../../../shared/complaints/case-file.ts';
import type { CategoryCode } from '../../../../../shared/complaints/categories.ts';
import type { RouteReason } from '../../../../../shared/complaints/routing.ts';
import { clausesOf, type PlanClause } from '../../../../../shared/districts/clauses.ts';
import type { DateOnly } from '../../../../../shared/time.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { addresseeName, categoryName, listOf } from '#lib/names.ts';
import { circumstanceName } from '../circumstance-words.ts';
import type { DeskItem } from './desk-case.ts';

type DeskReferral = DeskItem['referrals'][number];

export function referralWhy({ role, reasons, parkedFor }: DeskReferral): readonly string[] {
  const parked =
    parkedFor.length > 0
      ? [m.desk_parked_for({ bodies: listOf(parkedFor.map(addresseeName)) })]
      : [];
  const named = reasons.map((reason) =>
    m.desk_referral_because({ category: categoryName(reason.category), rule: ruleName(reason) }),
  );
  if (parked.length + named.length > 0) return [...parked, ...new Set(named)];
  return [role === 'OVERSEE' ? m.desk_referral_overseer() : m.desk_referral_later()];
}

/** The plan's own words, each clause once; Chinese. */
export function clausesBehind(categories: readonly CategoryCode[]): readonly PlanClause[] {
  const all = categories.flatMap((code) => clausesOf(code));
  const isSame = (a: PlanClause, b: PlanClause) => a.plan === b.plan && a.clause === b.clause;
  return all.filter((one, place) => all.findIndex((other) => isSame(one, other)) === place);
}

const rules: Readonly<Record<Exclude<RouteReason['rule'], 'CONDITION'>, () => string>> = {
  LEAD: m.desk_referral_rule_LEAD,
  LEAD_EACH: m.desk_referral_rule_LEAD_EACH,
  COOPERATES: m.desk_referral_rule_COOPERATES,
};

function ruleName({ rule, circumstance }: RouteReason): string {
  if (rule !== 'CONDITION') return rules[rule]();
  return m.desk_referral_rule_CONDITION({
    circumstance: circumstance ? circumstanceName(circumstance) : '',
  });
}

export function referralState(
  { department, role, ended, reply, replyDueOn, returnUntil }: DeskReferral,
  { heldBy, status, settled }: DeskItem,
  today: DateOnly,
  dateIn: (date: DateOnly) => string,
): readonly string[] {
  if (ended)
    return [ended === 'returned' ? m.desk_referral_returned() : m.desk_referral_transferred()];
  if (reply) return [m.desk_referral_replied({ date: dateIn(reply.on) })];
  if (!isOpen(status)) return ['—'];
  const mayReturn = status === 'received' && !settled && returnUntil && today <= returnUntil;
  const lines = [
    ...(heldBy === department ? [m.desk_referral_holds()] : []),
    ...(mayReturn ? [m.desk_referral_return_until({ date: dateIn(returnUntil) })] : []),
    ...(role === 'COOP' && replyDueOn ? [replyText(replyDueOn, today, dateIn)] : []),
  ];
  return lines.length > 0 ? lines : ['—'];
}

function replyText(dueOn: DateOnly, today: DateOnly, dateIn: (date: DateOnly) => string): string {
  const date = dateIn(dueOn);
  return today > dueOn ? m.desk_referral_reply_late({ date }) : m.desk_referral_reply_due({ date });
}
