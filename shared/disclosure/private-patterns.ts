/** What leads to a person and can be recognised by its shape. Patterns read the folded text of `masking.ts`. */
import { checkUscc } from '../institutions/credit-code.ts';
import {
  actingPersons,
  addressedPersons,
  foreignPersons,
  foundNameMask,
  namedPersons,
} from './person-names.ts';

export interface MaskPattern {
  /** What it finds; where it has a group `secret`, only that, which then stands at its end. */
  readonly find: RegExp;
  /** What stands in its place; undefined: it is something else after all. */
  readonly mask: string | ((found: string) => string | undefined);
}

/** An institution's code is no secret, though it may be all digits; with a birthday in it, it is taken for a person's. */
const creditCode = /(?<![0-9A-Z])[0-9A-HJ-NP-RTUWXY]{18}(?![0-9A-Z])/gu;
const hasBirthday = /^\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

/** The credit codes of a folded text. */
export const creditCodesIn = (text: string): readonly string[] =>
  [...text.matchAll(creditCode)]
    .map(([code]) => code)
    .filter((code) => checkUscc(code) === 'VALID' && !hasBirthday.test(code));

/** What people put between digits. */
const S = '[ .·-]?';
const times = (count: number | string, one = String.raw`\d`): string => `(?:${S}${one}){${count}}`;
const MONTH = `(?:0${S}[1-9]|1${S}[0-2])`;
const DAY = `(?:0${S}[1-9]|[12]${S}\\d|3${S}[01])`;
const BIRTH = `${S}(?:1${S}[89]|2${S}0)${times(2)}${S}${MONTH}${S}${DAY}`;

/** Ours, of cases; and those of penalties, inspections and claims. */
const caseNumber = new RegExp(
  String.raw`\d${times(5)}${S}2${S}0${times(2)}${S}${MONTH}${S}${DAY}${times(6, '[0-9A-Z]')}`,
  'gu',
);
const fileNumber = new RegExp(
  `(?<![A-Z])[PIRO]${S}2${S}0${times(2)}${S}${MONTH}${S}${DAY}${times(10, '[0-9A-Z]')}`,
  'gu',
);

/** 公民身份号码 GB 11643-1999, of 18 characters and the older one of 15. */
const identity = new RegExp(String.raw`[1-9]${times(5)}${BIRTH}${times(3)}${S}[\dX]`, 'gu');
const olderIdentity = new RegExp(
  String.raw`(?<!\d)[1-9](?: ?\d){7} ?${MONTH} ?${DAY}(?: ?\d){3}(?!\d)`,
  'gu',
);

const mobile = new RegExp(String.raw`(?<!\d)(?:\+?86${S})?1${S}[3-9]${times(9)}(?!\d)`, 'gu');
/** A mobile number in its usual groups, whatever stands between them. */
const groupedMobile = /(?<!\d)1[3-9]\d ?[_/,;:|~*+] ?\d{4} ?[_/,;:|~*+] ?\d{4}(?!\d)/gu;
const landline = new RegExp(
  String.raw`(?<!\d)(?:\+?86${S})?\(?0${times('2,3')}${S}\)?${S}[2-9]${times('6,7')}(?!\d)`,
  'gu',
);
const calledNumber =
  /(?:电话|手机|座机|固话|联系方式|传真|TEL)(?:号码|号)?[:是为]{0,2} ?(?<secret>\+?\d[\d -]{5,18}\d)/gu;

/** Cards, accounts and licences of persons: nothing else in such a text has so many digits in a row. */
const longNumber = /\d{12,}X?/gu;
const spacedNumber = /(?<!\d)\d(?:[ -]?\d){14,}/gu;
const writtenNumber =
  /[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖](?:[ -]?[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]){10,}/gu;

const email = /[A-Z0-9._%+-]{1,64} ?@ ?[A-Z0-9-]{1,63}(?: ?\. ?[A-Z0-9-]{1,63}){1,5}/gu;
const account =
  /(?:微信|薇信|V信|(?<![A-Z])(?:VX|WX|WECHAT|QQ)|支付宝|抖音|快手|小红书)(?:号码|账号|帐号|昵称|ID|号)?[:是为]{0,2} ?(?<secret>[A-Z0-9](?: ?[A-Z0-9_-]){4,30})/gu;
const wechatId = /WXID_[A-Z0-9]{4,}/gu;

/** Licences, certificates, passports and files of a person, where the text says so. */
const paper =
  /(?:资格证书?|执业证书?|执业医师证|护士证|药师证|执法证|身份证|身份证明|护照|通行证|军官证|警官证|驾驶证|社保卡|医保卡|银行卡|病历|住院|门诊|就诊卡|病案)(?:编码|编号|号码|号|卡号)?[:是为]{0,2} ?(?:第|NO\.?)? ?(?<secret>[A-Z0-9](?:[ -]?[A-Z0-9]){4,})/gu;

/** Where somebody lives, as the text says. */
const home =
  /(?:家庭住址|户籍地址|户籍地|户籍所在地|身份证住址|现住址|住址|家住|现住(?!院)|居住于|居住地|常住地址|通讯地址|联系地址|收货地址)[:为是在于]{0,2} ?(?<secret>[^,。;、()\n]{2,60})/gu;

/** The way to a door: three characters and a word for a place, and what follows up to the numbers. */
const WAY = String.raw`[\p{Script=Han}]{0,3}(?:省|市|区|县|街道|镇|乡|村|社|路|街|巷|弄|大道|花园|苑)(?:(?![年月日元第])[\p{Script=Han}\d]){0,25}?`;
/** 3栋2单元5-1: nothing but homes is numbered so. */
const door = new RegExp(
  String.raw`(?:${WAY})?\d{1,3} ?(?:栋|幢|座|号楼)? ?(?:\d{1,3} ?)?单元 ?\d{1,5}(?:-\d{1,4}){0,2}(?:室|号|房)?`,
  'gu',
);
const anyAddress = new RegExp(
  String.raw`${WAY}\d{1,5} ?(?:号|栋|幢|组|弄)(?:[附之]?\d{1,4}(?:号|栋|幢|单元|楼|层|室|房)|-\d{1,4}){0,6}`,
  'gu',
);

export const chinesePatterns: Readonly<
  Record<'names' | 'numbers' | 'addresses', readonly MaskPattern[]>
> = {
  names: [
    { find: namedPersons, mask: foundNameMask },
    { find: foreignPersons, mask: foundNameMask },
    { find: addressedPersons, mask: foundNameMask },
    { find: actingPersons, mask: foundNameMask },
  ],
  numbers: [
    { find: caseNumber, mask: '（案号略）' },
    { find: fileNumber, mask: '（案号略）' },
    { find: identity, mask: '（证件号码略）' },
    { find: olderIdentity, mask: '（证件号码略）' },
    { find: paper, mask: '（证件号码略）' },
    { find: mobile, mask: '（电话略）' },
    { find: groupedMobile, mask: '（电话略）' },
    { find: landline, mask: '（电话略）' },
    { find: calledNumber, mask: '（电话略）' },
    { find: longNumber, mask: '（号码略）' },
    { find: spacedNumber, mask: (found) => (isDates(found) ? undefined : '（号码略）') },
    { find: writtenNumber, mask: '（号码略）' },
    { find: email, mask: '（邮箱略）' },
    { find: account, mask: '（账号略）' },
    { find: wechatId, mask: '（账号略）' },
    { find: home, mask: '（住址略）' },
    { find: door, mask: '（住址略）' },
  ],
  addresses: [{ find: anyAddress, mask: '（住址略）' }],
};

/** Days, one behind the other. */
const isDates = (found: string): boolean =>
  found.replaceAll(/(?:19|20)\d\d-\d{1,2}-\d{1,2}/g, '').replaceAll(/\D/g, '').length < 12;
