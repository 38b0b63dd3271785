/** The list of a file's papers 卷内目录: in the order in which the file is bound, with their pages and fingerprints. */
import { verifyChain, type ChainCheck } from './chain.ts';
import { documentKinds, type FiledDocument } from './documents.ts';
import { missingPapers, type MissingPaper } from './papers-of-acts.ts';
import type { Penalty, PenaltyEvent } from './penalty.ts';

export interface FilePlace extends FiledDocument {
  /** The act that brought it. */
  readonly act: string;
  /** From one. */
  readonly place: number;
  readonly fromPage: number;
  readonly toPage: number;
}

export interface PenaltyArchive {
  readonly penaltyId: string;
  readonly party: string;
  readonly violation: string;
  readonly decisionNumber?: string;
  readonly decidedOn?: string;
  readonly archivedOn?: string;
  readonly documents: readonly FilePlace[];
  readonly pages: number;
  /** What the law wants and is not there yet. */
  readonly missing: readonly MissingPaper[];
  /** Acts on record, and whether their chain is whole. */
  readonly events: number;
  readonly record: ChainCheck;
  /** Hash of the last act: who writes it down can prove later that the record is the same. */
  readonly recordHash?: string;
}

export function archiveOf(penalty: Penalty, events: readonly PenaltyEvent[]): PenaltyArchive {
  const { penaltyId, proposal, decision, archivedOn, recordHash } = penalty;
  const documents = placed(events);
  return {
    ...{ penaltyId, party: proposal.party.name, violation: proposal.violation },
    ...(decision && {
      decisionNumber: decision.decisionNumber,
      decidedOn: decision.decidedOn,
    }),
    ...(archivedOn && { archivedOn }),
    ...{ documents, pages: documents.at(-1)?.toPage ?? 0 },
    missing: missingPapers(penalty, events),
    ...{ events: events.length, record: verifyChain(penalty, events) },
    ...(recordHash && { recordHash }),
  };
}

/** By kind, then as they came. */
function placed(events: readonly PenaltyEvent[]): readonly FilePlace[] {
  const filed = events.flatMap(({ at, by, type, documents = [] }) =>
    documents.map((document) => ({ ...document, at, by, act: type })),
  );
  const order = ({ kind }: FiledDocument) => documentKinds.indexOf(kind);
  let page = 0;
  return filed
    .toSorted((one, other) => order(one) - order(other))
    .map((document, index) => {
      const fromPage = page + 1;
      page += document.pages;
      return { ...document, place: index + 1, fromPage, toPage: page };
    });
}
