/** Sound complaints for tests that speak HTTP, changed where a test says so. */

export interface ComplaintBody {
  readonly facts: string;
  readonly categories: readonly string[];
  readonly institution: Readonly<Record<string, string>>;
  readonly anonymous: boolean;
  readonly [more: string]: unknown;
}

export const aComplaintBody = (changes: Readonly<Record<string, unknown>> = {}): ComplaintBody => ({
  facts: '收费没有清单，只报了一个总数。',
  categories: ['PRICE'],
  institution: { name: '示例诊所', streetCode: '500104003' },
  anonymous: true,
  ...changes,
});

/** The answer to a filing, as far as the contract fixes it. */
export interface Filed {
  readonly caseNumber: string;
  readonly receiptCode: string;
  readonly majorCase: boolean;
  readonly urgency: string;
  readonly items: readonly FiledItem[];
  readonly separate?: readonly Pick<Filed, 'caseNumber' | 'receiptCode' | 'items'>[];
}

export interface FiledItem {
  readonly itemNumber: number;
  readonly track: 'C' | 'R' | 'X';
  readonly categories: readonly string[];
  readonly lead: string;
  readonly cooperating: readonly string[];
  readonly clocks: readonly {
    readonly id: string;
    readonly dueOn: string;
    readonly provisional: boolean;
    readonly basis: string;
  }[];
}
