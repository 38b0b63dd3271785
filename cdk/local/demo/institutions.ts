/** An invented register of institutions: most are those of the demonstration's decisions and inspections; of the others nothing is public. */
import { streets } from '../../../shared/district.ts';
import type { ImportCells } from '../../../shared/imports/column.ts';
import { streetOf } from './street-of.ts';

type Line = readonly [
  name: string,
  uscc: string,
  category: string,
  grade: string,
  management: '1' | '2',
  state?: '0' | '1' | '2' | '3',
];

const lines: readonly Line[] = [
  ['示例区人民医院', '12500109450388882L', 'A100', '二级甲等', '1'],
  ['示例社区卫生服务中心', '125001044504123443', 'B100', '未定级', '1'],
  ['示例社区卫生服务站', '12500109MB60DE123N', 'B200', '未定级', '1'],
  ['示例颐养护理院', '52500109MJP1A2B30F', 'A710', '未定级', '1'],
  ['示例博爱医院有限公司', '91500104MA60DE015N', 'A100', '一级甲等', '2'],
  ['示例同心骨科医院有限公司', '91500109MA60DE103D', 'A539', '二级', '2'],
  ['示例康复医院有限公司', '91500109MA60DE04XC', 'A527', '未定级', '2'],
  ['示例血液透析中心有限公司', '91500109MA60DE031L', 'X07', '未定级', '2'],
  ['示例康宁口腔门诊部', '91500104MA60QW12X2', 'D152', '未定级', '2'],
  ['示例丽颜医疗美容门诊部有限公司', '91500104MA60DE074R', 'D154', '未定级', '2', '2'],
  ['示例济世诊所', '92500109MA5U9K7X1Q', 'D212', '未定级', '2'],
  ['示例老街牙科诊所', '92500109MA60DE082R', 'D215', '未定级', '2', '3'],
  ['示例邻里口腔诊所', '92500109MA60DE1115', 'D215', '未定级', '2'],
  ['示例松林健康体检中心有限公司', '91500109MA60DE154M', 'X03', '未定级', '2'],
  ['示例青禾护理站', '52500109MJP1A2C45M', 'A720', '未定级', '1'],
  ['示例小街口腔诊所', '92500104MA60DE1625', 'D215', '未定级', '2'],
  ['示例江岸社区卫生服务站', '12500104MB60DE174N', 'B200', '未定级', '1'],
  ['示例杏林中医诊所', '92500109MA60DE1895', 'D212', '未定级', '2'],
  ['示例望江口腔门诊部有限公司', '91500104MA60DE197T', 'D152', '未定级', '2', '1'],
];

/** Clinics practise by filing 备案, all others by licence. */
const byFiling: readonly string[] = ['D212', 'D215'];

const district = streets[0]?.code.slice(0, 6) ?? '';

/** As the file of another system would have it, by the columns of the import. */
export const registerRows: readonly ImportCells[] = lines.map((line, place) => {
  const [name, uscc, category, grade, management, state = '0'] = line;
  const { streetCode } = streetOf({ uscc });
  const number = String(place + 1).padStart(5, '0');
  return {
    ...{ JG_MC: name, JG_SHXYDM: uscc, JG_LB: category, JG_DJ: grade },
    JG_DJH: byFiling.includes(category)
      ? `PDY${number}-${district}-BA`
      : `PDY${number}X${district}17${/^[A-Z]\d{3}$/.test(category) ? category : 'A539'}${management}`,
    JG_ZYYJ: byFiling.includes(category) ? 'FILING' : 'LICENCE',
    ...{ JG_GLLB: management, JG_YYZT: state },
    ...(streetCode !== undefined && { JG_JD: streetCode }),
    JG_DZ: `示例区示例路${place + 1}号`,
  };
});
