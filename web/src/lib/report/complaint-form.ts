/** The complaint form as it travels: what the fields are called, and the API body they make. */
import { areas, streets } from '../../../../shared/district.ts';
import { districtOfStreet } from '../../../../shared/districts/municipality.ts';
import type { Locale } from '../../../../shared/disclosure/pages.ts';

/** What a person typed and ticked, kept as it is so that nothing is lost when the form comes back. */
export interface ComplaintForm {
  readonly categories: readonly string[];
  readonly circumstances: readonly string[];
  /** Of the register, when the name was picked from it. */
  readonly institutionId: string;
  readonly institutionName: string;
  readonly nameUnknown: boolean;
  readonly institutionStreet: string;
  readonly institutionAddress: string;
  readonly placeDescription: string;
  readonly facts: string;
  readonly occurredOn: string;
  /** It is no complaint: which way it goes instead; empty when it is one. */
  readonly otherWay: string;
  /** Of an accusation: whose officials, and what only those read who handle it. */
  readonly accused: string;
  readonly accusation: string;
  /** Told before, under this code. */
  readonly earlierReceiptCode: string;
  readonly demand: string;
  readonly named: boolean;
  readonly personName: string;
  readonly phone: string;
  readonly personAddress: string;
}

export const emptyForm: ComplaintForm = {
  categories: [],
  circumstances: [],
  institutionId: '',
  institutionName: '',
  nameUnknown: false,
  institutionStreet: '',
  institutionAddress: '',
  placeDescription: '',
  facts: '',
  occurredOn: '',
  otherWay: '',
  accused: '',
  accusation: '',
  earlierReceiptCode: '',
  demand: '',
  named: false,
  personName: '',
  phone: '',
  personAddress: '',
};

/** One text field of a posted form, with the line ends and edges people do not see taken off. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
}

const ticked = (data: FormData, name: string): readonly string[] =>
  data.getAll(name).filter((value) => typeof value === 'string');

export function readForm(data: FormData): ComplaintForm {
  return {
    categories: ticked(data, 'categories'),
    circumstances: ticked(data, 'circumstances'),
    institutionId: textOf(data, 'institutionId'),
    institutionName: textOf(data, 'institutionName'),
    nameUnknown: textOf(data, 'nameUnknown') === 'yes',
    institutionStreet: textOf(data, 'institutionStreet'),
    institutionAddress: textOf(data, 'institutionAddress'),
    placeDescription: textOf(data, 'placeDescription'),
    facts: textOf(data, 'facts'),
    occurredOn: textOf(data, 'occurredOn'),
    otherWay: textOf(data, 'otherWay'),
    accused: textOf(data, 'accused'),
    accusation: textOf(data, 'accusation'),
    earlierReceiptCode: textOf(data, 'earlierReceiptCode'),
    demand: textOf(data, 'demand'),
    named: textOf(data, 'named') === 'yes',
    personName: textOf(data, 'personName'),
    phone: textOf(data, 'phone'),
    personAddress: textOf(data, 'personAddress'),
  };
}

/** What a browser sealed of who reports; it then sent no name. */
export interface Envelopes {
  readonly sealedIdentity?: unknown;
  /** For those who handle the accusation, when the filing is two cases. */
  readonly sealedForSeparate?: unknown;
}

/** Handled apart from everything else (`X` in the matrix). */
export const ACCUSATION = 'OFFICIAL_CONDUCT';

/** What is no complaint needs neither: it is registered under these. */
const NO_CATEGORY = 'OTHER';
const NO_INSTITUTION = '不涉及具体机构';

/** The body of `POST /api/complaints`, with only what was filled in; the API alone judges it. */
export function complaintBody(form: ComplaintForm, locale: Locale, envelopes: Envelopes = {}) {
  const { circumstances, facts, occurredOn, demand, named, otherWay } = form;
  const { accused, accusation, earlierReceiptCode } = form;
  const { sealedIdentity, sealedForSeparate } = envelopes;
  const isAccusation = form.categories.includes(ACCUSATION);
  return {
    facts,
    categories: otherWay && form.categories.length === 0 ? [NO_CATEGORY] : form.categories,
    institution: institutionOf(form),
    anonymous: !named,
    locale,
    ...(otherWay && { channel: otherWay }),
    ...(isAccusation && accused && { accused }),
    ...(isAccusation && accusation && { accusation }),
    ...(earlierReceiptCode && { earlierReceiptCode }),
    ...(circumstances.length > 0 && { circumstances }),
    ...(occurredOn && { occurredOn }),
    ...(demand && { demand }),
    ...(named && (sealedIdentity ? { sealedIdentity } : { identity: identityOf(form) })),
    ...(named && sealedForSeparate ? { sealedForSeparate } : {}),
  };
}

/** Who reports, as it is sealed. */
export const identityOf = ({ personName, phone, personAddress }: ComplaintForm) => ({
  name: personName,
  phone,
  ...(personAddress && { address: personAddress }),
});

/** What the browser sealed, as it came in hidden fields; the API judges it. */
export const envelopesIn = (data: FormData): Envelopes => ({
  sealedIdentity: sealedIn(data, 'sealedIdentity'),
  sealedForSeparate: sealedIn(data, 'sealedForSeparate'),
});

function sealedIn(data: FormData, name: string): unknown {
  const sealed = textOf(data, name);
  try {
    return sealed ? JSON.parse(sealed) : undefined;
  } catch {
    return sealed;
  }
}

/** By name where one is known, else by where it is and how to find it. What was written in sight is never dropped. */
function institutionOf(form: ComplaintForm) {
  const { institutionId, institutionStreet, institutionAddress, placeDescription } = form;
  const isNobody = form.otherWay && !form.nameUnknown && !placeDescription;
  const institutionName = form.institutionName || (isNobody ? NO_INSTITUTION : '');
  if (institutionName && !form.nameUnknown) {
    if (institutionId && !institutionStreet && !institutionAddress && !placeDescription)
      return { id: institutionId };
    const address = joined(institutionAddress, placeDescription);
    return {
      name: institutionName,
      ...(address && { address }),
      ...(institutionStreet && { streetCode: institutionStreet }),
    };
  }
  const address = joined(streetName(institutionStreet), institutionAddress);
  return form.nameUnknown || placeDescription
    ? {
        ...{ address, description: placeDescription },
        ...(institutionStreet && { streetCode: institutionStreet }),
      }
    : { name: institutionName };
}

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join('，');

function streetName(code: string): string {
  const area = areas.find((candidate) => code.startsWith(candidate.code));
  const street = streets.find((candidate) => candidate.code === code);
  return area && street ? area.name + street.name : (districtOfStreet(code)?.name ?? '');
}
