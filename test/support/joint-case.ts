/**
 * A matter of three leads and five who cooperate, with a return and a transfer: what each of eight departments does about it.
 * A deed that is refused for now is tried again; in whatever order they come, they end in one state.
 */
import type { ItemCommand } from '../../shared/complaints/commands.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';

/** BRIBERY: market and health lead each (北碚府办发〔2019〕104号附件2三-9); STAFF_CERT: led by human resources. */
export const jointComplaint = {
  categories: ['BRIBERY', 'STAFF_CERT'],
  circumstances: ['SUSPECTED_CRIME', 'FALSE_INVOICES', 'PROCUREMENT_ISSUE'],
} as const;

export interface Deed {
  readonly itemNumber: number;
  readonly command: ItemCommand;
}

const on = (itemNumber: number, command: ItemCommand): Deed => ({ itemNumber, command });
const reply = (itemNumber: number): Deed => on(itemNumber, { type: 'reply', text: '已核查。' });
const conclude = (itemNumber: number): Deed =>
  on(itemNumber, { type: 'conclude', outcome: '属实', text: '已依法处理。' });

/** @param today - in Asia/Shanghai */
export const jointDeeds = (
  today: string,
): readonly { readonly department: DepartmentCode; readonly deeds: readonly Deed[] }[] => {
  const consult = (itemNumber: number) =>
    on(itemNumber, {
      ...{ type: 'consult', heldOn: today, opinion: '意见一致。' },
      participants: ['HEALTH', 'MARKET', 'HRSS'],
    });
  return [
    {
      department: 'MARKET',
      deeds: [
        on(1, { type: 'accept' }),
        on(1, { type: 'transfer', to: 'MEDINS', reason: '主要涉及医保结算。' }),
      ],
    },
    {
      department: 'HEALTH',
      deeds: [
        on(2, { type: 'accept' }),
        consult(2),
        on(3, { type: 'reassign', to: 'HRSS', reason: '属人社职责。' }),
        reply(3),
        conclude(2),
      ],
    },
    {
      department: 'HRSS',
      deeds: [
        on(3, { type: 'return', reason: '认为属卫健。', propose: 'HEALTH' }),
        on(3, { type: 'accept' }),
        consult(3),
        conclude(3),
      ],
    },
    {
      department: 'MEDINS',
      deeds: [reply(2), on(1, { type: 'accept' }), consult(1), conclude(1)],
    },
    { department: 'DISCIPLINE', deeds: [reply(1), reply(2)] },
    { department: 'TAX', deeds: [reply(2), reply(1)] },
    { department: 'PROCUREMENT', deeds: [reply(1), reply(2)] },
    { department: 'PSB', deeds: [reply(2), reply(1)] },
  ];
};

/** How it has to end. */
export const jointEnd = [
  { itemNumber: 1, status: 'concluded', heldBy: 'MEDINS', lead: 'MEDINS' },
  { itemNumber: 2, status: 'concluded', heldBy: 'HEALTH', lead: 'HEALTH' },
  { itemNumber: 3, status: 'concluded', heldBy: 'HRSS', lead: 'HRSS' },
] as const;
