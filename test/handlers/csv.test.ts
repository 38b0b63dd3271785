/** CSV that any spreadsheet opens: another reader than our writer's gets every cell back, and no cell is a formula. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvOf } from '../../functions/disclosure/csv.ts';
import { inspectionColumns, penaltyColumns } from '../../shared/disclosure/csv-columns.ts';
import { readCsv } from '../support/validity.ts';
import { inspection, penalty } from '../web/site.ts';

const origin = 'https://here.test';

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^[=+\-@"',;\r\n\t 示例罚款]{0,12}$/),
);

it('comes back as it went, cell by cell, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(nasty, nasty), { maxLength: 8 }), (pairs) => {
      // An empty line is no row, and a cell of the registers never begins with our own quotation mark for formulas.
      const rows = pairs.filter(
        ([a, b]) => a + b !== '' && !a.startsWith("'") && !b.startsWith("'"),
      );
      const columns = [
        { name: '甲', of: ([a]: readonly [string, string]) => a },
        { name: '乙', of: ([, b]: readonly [string, string]) => b },
      ];
      expect(readCsv(csvOf(columns, rows, origin))).toEqual([['甲', '乙'], ...rows]);
    }),
  );
});

it('has the mark of UTF-8, CRLF, and nothing that a spreadsheet would calculate', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[=+\-@\t\r][^"]{0,12}$/), (formula) => {
      const text = csvOf([{ name: '甲', of: (cell: string) => cell }], [formula], origin);
      expect(text.startsWith('\uFEFF甲\r\n')).toBe(true);
      expect(text.slice('\uFEFF甲\r\n'.length)).toMatch(/^"?'/);
    }),
  );
});

it('tells of a record what the record says', () => {
  const [heads = [], cells = []] = readCsv(csvOf(penaltyColumns, [penalty], origin));
  const shown = Object.fromEntries(heads.map((head, place) => [head, cells[place]]));
  expect(shown).toMatchObject({
    编号: penalty.id,
    行政相对人名称: penalty.party.name,
    行政处罚决定书文号: penalty.decisionNumber,
    违法事实: penalty.facts,
    '罚款金额（元）': '12000.00',
    处罚决定日期: penalty.decidedOn,
    失信行为类别: '一般',
    网页: origin + penalty.path,
  });
  const [, row = []] = readCsv(csvOf(inspectionColumns, [inspection], origin));
  expect(row).toContain(inspection.institution.name);
  expect(row.join()).toContain('三份病历缺少收费明细');
});
