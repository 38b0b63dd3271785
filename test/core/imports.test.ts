/** Files that are read in: what is recognised of a sheet, and what a row says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { nodeReaders } from '../../cdk/local/import-readers.ts';
import { penaltyFields } from '../../shared/channels/fields.ts';
import { slashed, wanYuanOf } from '../../shared/channels/values.ts';
import { textOf } from '../../shared/imports/cell.ts';
import { csvText } from '../../functions/csv.ts';
import { templateOf } from '../../shared/imports/template.ts';
import { readImportFile } from '../../shared/imports/file.ts';
import {
  columnsOf,
  importKinds,
  naturalKey,
  parseRow,
  type ImportKind,
} from '../../shared/imports/kinds.ts';
import { MOST_ROWS_OF_PORTION, portionsOf } from '../../shared/imports/portions.ts';
import { readSheet } from '../../shared/imports/table.ts';
import { aRow, aSheet } from '../support/imports.ts';

const TODAY = '2026-11-21';

const parse = (kind: ImportKind, changes: Readonly<Record<string, string>> = {}) =>
  parseRow(kind, aRow(kind, changes), 'HEALTH', TODAY);

const faults = (kind: ImportKind, changes: Readonly<Record<string, string>>) => {
  const read = parse(kind, changes);
  return read.ok ? [] : read.error.map(({ field, code }) => `${field} ${code}`);
};

/** GB 18030 as Chinese Excel writes it; Node only reads it, so the table is made by reading every pair of bytes. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const pairs = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      pairs.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Uint8Array.from(
    [...text].flatMap((character) => pairs.get(character) ?? [character.charCodeAt(0)]),
  );
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file', () => {
  it.each(importKinds)('of %s is read from its own template, CSV and XLSX', async (kind) => {
    const template = templateOf(kind);
    const csv = await readImportFile(kind, utf8(csvText(template)), nodeReaders);
    const workbook = await writeExcelFile(
      template.map((line) => line.map((value) => ({ value, type: String }))),
    ).toBuffer();
    const xlsx = await readImportFile(kind, workbook, nodeReaders);
    expect(csv.ok && csv.value.columns).toEqual(columnsOf[kind].map(({ code }) => code));
    expect(xlsx).toEqual(csv);
  });

  it('is the same in UTF-8 with a mark, without one, and in GBK', async () => {
    const plain = csvText(aSheet('penalties', [aRow('penalties')])).slice(1);
    const [marked, bare, chinese] = await Promise.all(
      [utf8(`\uFEFF${plain}`), utf8(plain), gbk(plain)].map((bytes) =>
        readImportFile('penalties', bytes, nodeReaders),
      ),
    );
    expect(bare?.ok).toBe(true);
    expect(marked).toEqual(bare);
    expect(chinese).toEqual(bare);
  });

  it('may have a title above, any order, ASCII names and empty lines', () => {
    const [headings = [], row = []] = aSheet('inspections', [aRow('inspections')], (codes) =>
      codes.toReversed(),
    );
    const ascii = headings.map(
      (name, place) =>
        (place % 2 && columnsOf.inspections.find((column) => column.name === name)?.code) || name,
    );
    const sheet = readSheet('inspections', [['检查情况汇总表'], [], ascii, [], row]);
    expect(sheet.ok && sheet.value.rows).toEqual([{ line: 5, cells: aRow('inspections') }]);
  });

  it('is told that it is too long, however long it is', () => {
    const [headings = [], row = []] = aSheet('institutions', [aRow('institutions')]);
    const long = [headings, ...Array.from({ length: 200_000 }, () => row.slice(0, 1))];
    expect(readSheet('institutions', long)).toEqual({
      ok: false,
      error: { code: 'TOO_MANY_ROWS' },
    });
  });

  it('is refused as a whole for columns nobody knows, lack or repeat, by name', () => {
    const [headings = [], row = []] = aSheet('institutions', [aRow('institutions')]);
    const changed = headings.map((name) => (name === '机构名称' ? '机构全称' : name));
    const sheet = readSheet('institutions', [
      [...changed, '地址'],
      [...row, '示例路2号'],
    ]);
    expect(sheet).toEqual({
      ok: false,
      error: { code: 'COLUMNS', unknown: ['机构全称'], missing: ['机构名称'], repeated: ['地址'] },
    });
  });

  it('that is none is unreadable, and an empty one is empty', async () => {
    const noise = await readImportFile('penalties', Uint8Array.of(0, 1, 2, 0), nodeReaders);
    const broken = await readImportFile('penalties', utf8('PK broken'), nodeReaders);
    const empty = await readImportFile('penalties', utf8(' \r\n,\r\n'), nodeReaders);
    expect([noise, broken, empty].map((read) => !read.ok && read.error.code)).toEqual([
      'UNREADABLE',
      'UNREADABLE',
      'EMPTY',
    ]);
  });

  it('keeps what spreadsheets make of days, sums and codes', async () => {
    const day = new Date('2025-04-10T00:00:00Z');
    const code = '125001044504123443';
    const sheet = aSheet('penalties', [aRow('penalties', { CF_XDR_SHXYM: code })]);
    const [headings = [], row = []] = sheet;
    const cells = row.map((value, place) => {
      const heading = headings[place] ?? '';
      if (heading === '处罚决定日期') return { value: day, type: Date, format: 'yyyy/mm/dd' };
      if (heading.startsWith('罚款金额')) return { value: 0.1 + 0.2, type: Number };
      return { value, type: String };
    });
    const bytes = await writeExcelFile([
      headings.map((value) => ({ value, type: String })),
      cells,
    ]).toBuffer();
    const read = await readImportFile('penalties', bytes, nodeReaders);
    expect(read.ok && read.value.rows[0]?.cells).toMatchObject({
      ...{ CF_XDR_SHXYM: code, CF_NR_FK: '0.3', CF_CFJDRQ: '2025-04-10' },
    });
  });

  it('goes out in portions that together are all of its rows, in order', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 120 });
    fc.assert(
      fc.property(sizes, (lengths) => {
        const rows = lengths.map((length, line) => ({
          line,
          cells: { CF_WFSS: '事'.repeat(length) },
        }));
        const portions = portionsOf(rows);
        expect(portions.flatMap((portion) => portion.rows)).toEqual(rows);
        for (const { from, rows: own } of portions) {
          expect(own[0]).toBe(rows[from - 1]);
          expect(own.length).toBeLessThanOrEqual(MOST_ROWS_OF_PORTION);
          expect(utf8(JSON.stringify(own)).length).toBeLessThan(64 * 1024);
        }
      }),
    );
  });
});

describe('a cell', () => {
  it('says after our own CSV what it said before', async () => {
    const text = fc
      .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
      .filter((one) => one === one.trim() && !one.startsWith("'") && !/[\uFEFF\r]/.test(one));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 5 }), async (texts) => {
        const [line] = nodeReaders.csv(csvText([texts]), ',');
        expect(line?.map(textOf)).toEqual(texts);
      }),
    );
  });

  it('that was a long code and became a number is told apart from a code', () => {
    expect(textOf({ digits: '125001044504123000' })).toBe('1.25001044504123e+17');
    expect(faults('penalties', { CF_XDR_SHXYM: '1.25001E+17' })).toEqual([
      'CF_XDR_SHXYM DIGITS_LOST',
    ]);
  });
});

describe('a row of a penalty', () => {
  it('is read as it would be decided here', () => {
    const read = parse('penalties');
    expect(read.ok && read.value.value).toMatchObject({
      decisionNumber: '示卫医罚〔2025〕12号',
      decidedOn: '2025-04-10',
      publicUntil: '2026-04-10',
      proposal: {
        party: { kind: 'ORG', uscc: '91500104MA60QW12X2' },
        kinds: ['P11', 'P21'],
        fineFen: 1_000_000,
        handlers: [],
        procedure: 'ORDINARY',
      },
    });
  });

  it('says of each field what is wrong with it, all at once', () => {
    const found = faults('penalties', {
      ...{ CF_WSH: '', CF_XDR_SHXYM: '', CF_NR_FK: '', CF_CFJDRQ: '2027/01/01' },
      ...{ CF_XDR_LB: '法人及非法人组织', CF_CFYXQ: '2025/02/30', CF_CFJG: '示例区市场监督管理局' },
    });
    expect(found.toSorted()).toEqual([
      'CF_CFJDRQ IN_FUTURE',
      'CF_CFJG NOT_YOUR_AUTHORITY',
      'CF_CFYXQ NOT_A_DATE',
      'CF_NR_FK REQUIRED',
      'CF_WSH REQUIRED',
      'CF_XDR_SHXYM REQUIRED',
    ]);
  });

  it('takes an amount without its kind for a mistake, and a kind it does not know too', () => {
    expect(faults('penalties', { CF_CFLB: '警告' })).toEqual(['CF_NR_FK FINE_AND_KIND_TOGETHER']);
    expect(faults('penalties', { CF_CFLB: '训诫' })).toContain('CF_CFLB UNKNOWN_KIND');
  });

  it('may write 0 where there is nothing to pay', () => {
    const read = parse('penalties', { CF_CFLB: '警告', CF_NR_FK: '0.000000', CF_NR_WFFF: '0' });
    expect(read.ok && JSON.stringify(read.value)).not.toContain('Fen');
    expect(faults('penalties', { CF_NR_FK: '0' })).toEqual(['CF_NR_FK FINE_AND_KIND_TOGETHER']);
  });

  it.each([
    ['重庆市北碚区卫生健康委员会', []],
    ['区卫生健康委员会', []],
    ['重庆市渝中区卫生健康委员会', ['CF_CFJG NOT_YOUR_AUTHORITY']],
    ['重庆市卫生健康委员会', ['CF_CFJG NOT_YOUR_AUTHORITY']],
  ])(
    'was decided by the department that enters it, and by no other district’s: %s',
    (name, found) => {
      expect(faults('penalties', { CF_CFJG: name })).toEqual(found);
    },
  );

  it('keeps the words of the decision, its remark and the licence it takes, as long as the standard lets them be', () => {
    const [content, violation] = ['罚'.repeat(4_000), '违'.repeat(2_000)];
    const read = parse('penalties', {
      ...{ CF_NR: content, CF_BZ: '备注一', CF_WFXW: violation, CF_WFSS: '事'.repeat(5_000) },
      ...{ CF_CFLB: '罚款;吊销许可证件', CF_YJ: '依'.repeat(5_000) },
      CF_NR_ZKDX: '医疗机构执业许可证（编号：PDY10007150010917D1522）',
    });
    expect(read.ok && read.value.value).toMatchObject({
      ...{ content, remark: '备注一' },
      proposal: {
        violation,
        licences: [{ name: '医疗机构执业许可证', number: 'PDY10007150010917D1522' }],
      },
    });
    expect(faults('penalties', { CF_NR: `${content}款` })).toEqual(['CF_NR TOO_LONG']);
  });

  it('keeps nothing of papers of a legal representative', () => {
    const read = parse('penalties', { CF_FR_ZJHM: '500109199001010019' });
    expect(read.ok).toBe(true);
    expect(JSON.stringify(read)).not.toContain('500109199001010019');
  });

  it('that a citizen got for little is taken for simple, unless its authority showed it', () => {
    const small = {
      ...{ CF_XDR_LB: '自然人', CF_XDR_SHXYM: '', CF_XDR_MC: '示例人' },
      CF_NR_FK: '0.01',
    };
    const procedureOf = (changes: Readonly<Record<string, string>>) => {
      const read = parse('penalties', { ...small, ...changes });
      return read.ok && read.value.kind === 'penalties' && read.value.value.proposal.procedure;
    };
    expect(procedureOf({})).toBe('ORDINARY');
    expect(procedureOf({ CF_GSJZQ: '' })).toBe('SIMPLE');
  });

  it('reads any sum and any day back as the channels write them', () => {
    const fen = fc.integer({ min: 1, max: 100_000_000_000 });
    const days = fc
      .integer({ min: 0, max: 9_000 })
      .map((day) => new Date(Date.UTC(2002, 0, 1 + day)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fen, days, (fineFen, decidedOn) => {
        const read = parse('penalties', {
          ...{ CF_NR_FK: wanYuanOf(fineFen), CF_CFJDRQ: slashed(decidedOn) },
        });
        expect(read.ok && read.value.value).toMatchObject({ decidedOn, proposal: { fineFen } });
      }),
    );
  });

  it('has exactly the columns in which penalties go to the credit platforms', () => {
    expect(columnsOf.penalties.map(({ code, name }) => [code, name])).toEqual(
      penaltyFields.map(({ code, name }) => [code, name]),
    );
  });
});

describe('a row of an inspection', () => {
  it('is read with each item and its result', () => {
    const read = parse('inspections');
    expect(read.ok && read.value.value).toMatchObject({
      institution: { id: '91500104MA60QW12X2' },
      report: {
        ...{ kind: 'DAILY', result: 'PROBLEM', inspectors: ['示例证001', '示例证002'] },
        items: [
          { item: '医疗废物管理', result: 'NO_PROBLEM' },
          { item: '处方管理', result: 'PROBLEM' },
        ],
      },
    });
  });

  it('may not contradict itself', () => {
    expect(faults('inspections', { JC_JG: '未发现问题' })).toEqual(['JC_JG CONTRADICTS_ITEMS']);
    expect(faults('inspections', { JC_WTSX: '消防' })).toEqual(['JC_WTSX NOT_AN_ITEM']);
    expect(faults('inspections', { JC_RY: '示例证001' })).toEqual(['JC_RY TWO_INSPECTORS']);
  });
});

describe('a row of an institution', () => {
  it('is read by names or codes', () => {
    const byNames = parse('institutions', { JG_JD: '新山村街道' });
    const byCodes = parse('institutions', { JG_ZYYJ: 'LICENCE', JG_GLLB: '2', JG_YYZT: '0' });
    expect(byNames).toEqual(byCodes);
    expect(byCodes.ok && byCodes.value.value).toMatchObject({
      ...{ streetCode: '500104001', practiceBasis: 'LICENCE', management: '2', category: 'D110' },
    });
  });

  it('of another place or with a broken code has a fault', () => {
    expect(faults('institutions', { JG_JD: '外滩街道', JG_SHXYDM: '9150010' })).toEqual([
      'JG_SHXYDM INVALID',
      'JG_JD UNKNOWN_STREET',
    ]);
  });
});

describe('two rows', () => {
  it('with one number are one decision, however its brackets are typed', () => {
    const keyOf = (CF_WSH: string) => {
      const read = parse('penalties', { CF_WSH });
      return read.ok && naturalKey(read.value, 'HEALTH');
    };
    expect(keyOf('示卫医罚[2025] 12号')).toBe(keyOf('示卫医罚〔2025〕12号'));
    expect(keyOf('示卫医罚〔2025〕13号')).not.toBe(keyOf('示卫医罚〔2025〕12号'));
  });
});
