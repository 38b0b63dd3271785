/** The clauses behind a category in the words of the plan, for whoever asks why a matter goes where it goes. */
import type { CategoryCode } from '../complaints/categories.ts';
import { beibeiClauses } from './beibei-clauses.ts';
import { beibei, beibeiBases } from './beibei.ts';
import { chosenDistrict } from './chosen.ts';
import type { DistrictConfiguration } from './configuration.ts';
import { dadukouClauses } from './dadukou-clauses.ts';
import { dadukou, dadukouBases } from './dadukou.ts';

export interface PlanClause {
  /** 北碚府办发〔2019〕104号. */
  readonly plan: string;
  /** 附件2三-9; what follows a clause's number says which sentence. */
  readonly clause: string;
  readonly text: string;
}

/** Those of the district's own plan; the demonstration carries out both. */
export function clausesOf(
  code: CategoryCode,
  { choice }: Pick<DistrictConfiguration, 'choice'> = chosenDistrict,
): readonly PlanClause[] {
  const ofBeibei = () =>
    beibeiBases[code].map((clause) => cited(beibei, clause, beibeiClauses[clause]));
  const ofDadukou = () =>
    dadukouBases[code].map((clause) => cited(dadukou, clause, dadukouClauses[clause]));
  if (choice === 'beibei') return ofBeibei();
  return choice === 'dadukou' ? ofDadukou() : [...ofBeibei(), ...ofDadukou()];
}

const cited = ({ plan = '' }: DistrictConfiguration, clause: string, text: string): PlanClause => ({
  plan,
  clause,
  text,
});
