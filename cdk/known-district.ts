/** The first import of a program: a DISTRICT that nobody knows ends it with a sentence, before anything is built or opened. */
import { districtChoices } from '../shared/districts/configuration.ts';

const given = process.env['DISTRICT'] || 'demo';

if (!districtChoices.some((choice) => choice === given)) {
  console.error(`DISTRICT must be one of ${districtChoices.join(', ')}, not “${given}”.`);
  process.exit(1);
}
