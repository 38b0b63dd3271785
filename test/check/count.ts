/** How many checks held and how many did not. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export const closingLine = ({ passed, failed }: Count): string =>
  `${passed} passed, ${failed} failed`;
