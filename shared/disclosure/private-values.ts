/** What of a penalty or an inspection is nobody's business, collected so that no text can carry it out. */
import type { Known } from './masking.ts';

/** Fields that hold a natural person's name, wherever they stand. */
const personFields = [
  ...['legalRepresentative', 'representative', 'agent', 'contactPerson', 'patient', 'reporter'],
  ...['recipient', 'receivedBy', 'witness', 'chair', 'recorder', 'attendees', 'participants'],
];

/** Fields that hold a number, an address or an internal name of somebody. */
const valueFields = [
  ...['idNumber', 'identityNumber', 'phone', 'telephone', 'mobile', 'address', 'email', 'wechat'],
  ...[
    'licenceNumber',
    'bankAccount',
    'handlers',
    'formerHandlers',
    'inspectors',
    'officer',
    'caseNumber',
  ],
  ...['certificate', 'receipt', 'reference', 'penaltyId', 'inspectionId', 'correlationId'],
  ...['by', 'proposedBy', 'reviewedBy', 'decidedBy', 'recordedBy', 'approvedBy'],
];

const SHORTEST = 2;

/** @param subject - a penalty or an inspection, with all that hangs on it */
export function privateValuesOf(subject: object): Pick<Known, 'persons' | 'values'> {
  const persons: string[] = [];
  const values: string[] = [];
  const visit = (value: unknown, field: string): void => {
    if (typeof value === 'string') {
      if ([...value].length < SHORTEST || /^\d{4}-\d{2}-\d{2}/.test(value)) return; // nor days
      if (personFields.includes(field)) persons.push(value);
      if (valueFields.includes(field)) values.push(value);
    } else if (Array.isArray(value)) for (const one of value) visit(one, field);
    else if (value !== null && typeof value === 'object')
      for (const [name, inner] of Object.entries(value)) visit(inner, name);
  };
  visit(subject, '');
  return { persons, values };
}
