/** The streets and towns of the two districts whose plans the platform follows (codes of a list of 2024; some towns have since become streets [mem]). */
import type { AreaWithStreets } from './configuration.ts';

export const streetsOfDadukou: AreaWithStreets = {
  code: '500104',
  name: '大渡口区',
  streets: [
    { code: '500104001', name: '新山村街道' },
    { code: '500104002', name: '跃进村街道' },
    { code: '500104003', name: '九宫庙街道' },
    { code: '500104004', name: '茄子溪街道' },
    { code: '500104005', name: '春晖路街道' },
    { code: '500104101', name: '八桥镇' },
    { code: '500104102', name: '建胜镇' },
    { code: '500104103', name: '跳磴镇' },
  ],
};

export const streetsOfBeibei: AreaWithStreets = {
  code: '500109',
  name: '北碚区',
  streets: [
    { code: '500109001', name: '天生街道' },
    { code: '500109002', name: '朝阳街道' },
    { code: '500109003', name: '龙凤桥街道' },
    { code: '500109004', name: '北温泉街道' },
    { code: '500109005', name: '东阳街道' },
    { code: '500109006', name: '蔡家岗街道' },
    { code: '500109101', name: '歇马镇' },
    { code: '500109102', name: '澄江镇' },
    { code: '500109104', name: '童家溪镇' },
    { code: '500109105', name: '天府镇' },
    { code: '500109106', name: '施家梁镇' },
    { code: '500109107', name: '水土镇' },
    { code: '500109108', name: '静观镇' },
    { code: '500109109', name: '柳荫镇' },
    { code: '500109110', name: '复兴镇' },
    { code: '500109111', name: '三圣镇' },
    { code: '500109112', name: '金刀峡镇' },
  ],
};
