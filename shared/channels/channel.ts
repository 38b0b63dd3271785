/** The platforms outside the house that receive penalties. */
import { channelPolicies, type Channel } from '../disclosure/channels.ts';

export type OutsideChannel = Exclude<Channel, 'SITE'>;

/** 城市信用平台, 重庆市卫生健康信用信息系统, 国家企业信用信息公示系统 (domain B.6, 7). */
export const outsideChannels = [
  'CITY_CREDIT',
  'HEALTH_CREDIT',
  'GSXT',
] as const satisfies readonly OutsideChannel[];

/** Their period is that of the site (36号令): when it ends there, it ends here. */
export const endingWithTheSite: readonly OutsideChannel[] = outsideChannels.filter(
  (channel) => channelPolicies[channel].window === 'CREDIT',
);

export const isOutsideChannel = (text: string): text is OutsideChannel =>
  outsideChannels.some((channel) => channel === text);

/** Role of a platform's machine client: fetches files, acknowledges, reports repairs, and nothing else. */
export const CHANNEL_ROLE = 'channel';
