/** A contradiction between the public table and what the public reads, in a sentence. */

export type FaultCode =
  /** The table asks for an object that is not there. */
  | 'MISSING'
  /** Nothing in the table explains this object. */
  | 'ORPHAN'
  /** An object says something else than the table. */
  | 'DIFFERS'
  /** Something of a withdrawn record is still to be read. */
  | 'WITHDRAWN_SHOWN'
  /** A tombstone that search engines may keep. */
  | 'NOT_HIDDEN'
  /** A link that leads nowhere. */
  | 'DEAD_LINK'
  | 'UNREADABLE'
  /** Rows of the table contradict each other. */
  | 'ROWS'
  /** A hash or a size of the manifest is not that of the file. */
  | 'HASH'
  /** What a decision or an inspection has the public read stands otherwise in the table. */
  | 'SUBJECT'
  /** Search does not find what is public, or finds what is not. */
  | 'SEARCH';

export interface Fault {
  readonly code: FaultCode;
  /** Of the object, or of the row. */
  readonly key: string;
  readonly sentence: string;
}

export type Report = (code: FaultCode, key: string, sentence: string) => void;
