/** Invented matters that did not come by the site: a clerk writes down what was said on the telephone, and the like. */
import type { IntakeChannel } from '../../../shared/complaints/intake.ts';
import type { DemoComplaint } from './complaint.ts';

export interface EnteredComplaint extends DemoComplaint {
  /** The department whose clerk enters it. */
  readonly clerkOf: 'HEALTH' | 'MARKET' | 'MEDINS' | 'ECOENV';
  readonly channel: IntakeChannel;
  readonly originalNumber?: string;
  readonly receivedDaysAgo: number;
}

export const complaintsByClerks: readonly EnteredComplaint[] = [
  {
    facts:
      '来电人说，他母亲（78岁）在小区门口参加“免费体检”，对方称“血管堵了八成”，当场收了三千多元，卖给她两个疗程的口服液。没有收据，只留了一张写着电话的名片。来电人不愿留姓名。',
    categories: ['HEALTH_PRODUCT'],
    institution: {
      address: '示例小区东门旁门面',
      description: '挂“健康体验中心”横幅，上午发鸡蛋',
    },
    occurredDaysAgo: 2,
    clerkOf: 'MARKET',
    channel: 'TELEPHONE',
    receivedDaysAgo: 0,
  },
  {
    facts:
      '市民反映：在该门诊部洗牙，事前说好188元，做到一半要求加做“深度护理”，最后收了1260元，收费单上没有列明项目。',
    categories: ['PRICE'],
    institution: { name: '示例明朗口腔门诊部', streetCode: '500104003' },
    demand: '退还事前没有说明的费用。',
    by: '示例市民丁',
    occurredDaysAgo: 5,
    clerkOf: 'HEALTH',
    channel: 'HOTLINE_12345',
    originalNumber: 'YC-2026-0038817',
    receivedDaysAgo: 3,
    officer: [{ type: 'accept' }],
  },
  {
    facts:
      '网格员巡查发现，河边绿化带里丢了三个黄色垃圾袋，里面有输液管和带血的纱布，袋子上的机构名称被撕掉了。已拍照，并用警戒带围住。',
    categories: ['MED_WASTE_DUMP'],
    institution: { address: '示例河步道2号桥下', description: '三个黄色医疗废物袋，标签被撕掉' },
    occurredDaysAgo: 1,
    clerkOf: 'ECOENV',
    channel: 'GRID',
    originalNumber: '网格2026-1120-07',
    receivedDaysAgo: 1,
    officer: [
      { type: 'accept' },
      { type: 'note', text: '已派人到场取样，并联系有资质的单位收走。' },
    ],
  },
];
