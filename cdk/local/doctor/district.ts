/** For which district is this start, and is the data folder that district's own? */
import { departmentCodes } from '../../../shared/departments/directory.ts';
import { chosenDistrict } from '../../../shared/districts/chosen.ts';
import { belongsToAnother, districtOfFolder } from '../district-of-folder.ts';
import { good, ill, type Finding } from './finding.ts';

const ABOUT = 'district';

export function lookAtDistrict(dataDir: string): Finding {
  const { choice, name } = chosenDistrict;
  const owner = districtOfFolder(dataDir);
  if (owner !== undefined && owner !== choice) {
    return ill(ABOUT, belongsToAnother(dataDir, owner), `DISTRICT=${owner} npm start`);
  }
  return good(ABOUT, `${name} (${choice}), ${departmentCodes.length} departments`);
}
