/** What makes one district differ from another: its names, its departments, its streets, its plan, its own service levels. */
import type { Addressee, CategoryCode, Urgency } from '../complaints/categories.ts';
import type { Circumstance } from '../complaints/circumstances.ts';
import type { DepartmentCode, Naming } from '../departments/every-department.ts';
import type { Area } from './municipality.ts';
import type { PublicationPolicy } from './publication-policy.ts';

/** What DISTRICT may say. */
export const districtChoices = ['demo', 'beibei', 'dadukou'] as const;

/** What the site calls itself and who answers for it. */
export interface DistrictSite {
  /** GB/T 2260 code; case numbers start with it. */
  readonly code: string;
  /** SiteName of the government meta tags. */
  readonly siteName: string;
  readonly siteNameInEnglish: string;
  /** SiteDomain of the government meta tags. */
  readonly siteDomain: string;
  /** 网站标识码, SiteIDCode of the government meta tags. */
  readonly siteIdCode: string;
  /** 主办单位. This and what follows is hidden where it is blank. */
  readonly organiser: string;
  readonly telephone: string;
  readonly address: string;
  /** ICP备案号. */
  readonly icpFiling: string;
  /** 公安备案号. */
  readonly policeFiling: string;
}

export interface AreaWithStreets extends Area {
  readonly streets: readonly Area[];
}

/** Who answers for a category where the district's plan names others than the matrix does. */
export interface ResponsibilityOverride {
  readonly lead: readonly Addressee[];
  readonly cooperating: readonly Addressee[];
}

/** Where its plan orders what the departments do with each other. */
export interface Provisions {
  /** Who decides when nobody holds himself competent. */
  readonly coordination: string;
  /** Each department answers for what it licenses and is in charge of. */
  readonly competence: string;
  /** Joint handling, and the consultation on a major case. */
  readonly jointHandling: string;
}

/** [design] The plans say 案情重大、复杂、社会影响较大 (Beibei 四（四）) and give no thresholds. */
export interface MajorRules {
  /** Each alone makes a case major. */
  readonly circumstances: readonly Circumstance[];
  /** All together make it major: minors as a group. */
  readonly minorsAsGroup: readonly Circumstance[];
  /** Of that many bodies that answer, one returning the matter makes it major: they disagree. */
  readonly disagreementFrom: number;
}

/** [design] What makes an item more urgent than its category is. */
export interface UrgencyRules {
  readonly circumstances: Readonly<Partial<Record<Circumstance, Urgency>>>;
}

/** [design] Our own service levels (domain B.0). None of them is a clock or ever shown as law. */
export interface ServiceLevels {
  /** The coordinator sends on what came back to it. */
  readonly triageInWorkingDays: number;
  /** A department takes what it was sent, or sends it back. */
  readonly takeInWorkingDays: number;
  /** The citizen is told whether the matter is accepted. */
  readonly acceptInWorkingDays: number;
  /** A cooperating department tells the lead what it found. */
  readonly replyInWorkingDays: number;
  /** The answer, from acceptance on. */
  readonly answerInDays: number;
  /** Whoever objects to what is public is answered. */
  readonly objectionInWorkingDays: number;
}

export interface DistrictConfiguration {
  readonly choice: (typeof districtChoices)[number];
  /** 北碚区; what people call it. */
  readonly name: string;
  readonly site: DistrictSite;
  /** The plan it carries out, by its number; with several plans none. */
  readonly plan?: string;
  readonly departments: readonly DepartmentCode[];
  readonly naming: Naming;
  readonly coordinator: DepartmentCode;
  readonly areas: readonly AreaWithStreets[];
  readonly overrides: Readonly<Partial<Record<CategoryCode, ResponsibilityOverride>>>;
  /** The clauses of its plan that decide each category; without them the matrix's own words stand. */
  readonly bases?: Readonly<Record<CategoryCode, readonly string[]>>;
  readonly provisions: Provisions;
  readonly major: MajorRules;
  readonly urgency: UrgencyRules;
  readonly levels: ServiceLevels;
  readonly publication: PublicationPolicy;
  /**
   * Legal duties that are off unless a district takes them on: MK-TELL, to tell a reporter with a name whether a case was
   * opened (20号令 art. 31; the measure of 2026 no longer asks it of everyone, 121号令 art. 34).
   */
  readonly dutiesSwitchedOn: readonly string[];
}
