/** One import from the chosen file to its end: read, checked row by row, applied or discarded. */
import type { RowReport } from '../../../../../shared/imports/import.ts';
import type { ImportKind } from '../../../../../shared/imports/kinds.ts';
import { readImportFile } from '../../../../../shared/imports/file.ts';
import { portionsOf } from '../../../../../shared/imports/portions.ts';
import type { Sheet, SheetRefusal } from '../../../../../shared/imports/table.ts';
import type { Problem } from '#lib/api.ts';
import { get, post } from '#lib/desk/api.ts';
import type { ReportPage, ShownImport } from './import-answers.ts';

type Stage = 'choosing' | 'reading' | 'read' | 'checking' | 'checked' | 'applying' | 'ended';

const POLL_MS = 1_500;
const PAGE = 100;

export class ImportRun {
  stage: Stage = $state('choosing');
  kind: ImportKind = $state('penalties');
  sheet: Sheet | undefined = $state.raw();
  refusal: SheetRefusal | undefined = $state.raw();
  problem: Problem | undefined = $state.raw();
  shown: ShownImport | undefined = $state.raw();
  reports: readonly RowReport[] = $state.raw([]);
  #file = { name: '', sha256: '' };

  /** Nothing leaves this machine yet. */
  async read(kind: ImportKind, file: File): Promise<void> {
    this.#begin('reading');
    this.kind = kind;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { browserReaders } = await import('./browser-readers.ts');
    const sheet = await readImportFile(kind, bytes, browserReaders);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    this.#file = { name: file.name.slice(-200), sha256 };
    if (sheet.ok) this.sheet = sheet.value;
    else this.refusal = sheet.error;
    this.stage = sheet.ok ? 'read' : 'choosing';
  }

  async check(): Promise<void> {
    const { sheet } = this;
    if (!sheet) return;
    this.problem = undefined;
    this.stage = 'checking';
    const { name: fileName, sha256 } = this.#file;
    const request = { kind: this.kind, fileName, sha256, rows: sheet.rows.length };
    const made = await post<ShownImport>('/api/desk/imports', request);
    if (!made.ok) return this.#fail(made.error, 'read');
    this.reports = [];
    for (const portion of portionsOf(sheet.rows)) {
      const found = await post<{ rows: readonly RowReport[] }>(
        `/api/desk/imports/${made.value.importId}/rows`,
        portion,
      );
      if (!found.ok) return this.#fail(found.error, 'read');
      this.reports = [...this.reports, ...found.value.rows];
    }
    await this.#refresh(made.value.importId);
    this.stage = 'checked';
  }

  /** Goes on with one that stands in the history. */
  async resume(importId: string): Promise<void> {
    this.#begin('checking');
    let cursor: string | undefined;
    do {
      const page = await this.#refresh(importId, cursor);
      if (!page) return;
      this.kind = page.import.kind;
      this.reports = [...this.reports, ...page.rows];
      ({ cursor } = page);
    } while (cursor);
    this.stage = 'checked';
    if (this.shown?.state === 'applying') await this.#follow(importId);
    else if (this.shown?.state !== 'staged') this.stage = 'ended';
  }

  async act(type: 'apply' | 'discard'): Promise<void> {
    const importId = this.shown?.importId;
    if (importId === undefined) return;
    this.problem = undefined;
    const done = await post<ShownImport>(`/api/desk/imports/${importId}/commands`, { type });
    if (!done.ok) return this.#fail(done.error, 'checked');
    this.shown = done.value;
    if (type === 'apply') await this.#follow(importId);
    this.stage = 'ended';
  }

  restart(): void {
    this.#begin('choosing');
  }

  #begin(stage: Stage): void {
    this.stage = stage;
    this.sheet = undefined;
    this.refusal = undefined;
    this.problem = undefined;
    this.shown = undefined;
    this.reports = [];
  }

  async #follow(importId: string): Promise<void> {
    this.stage = 'applying';
    while (this.shown?.state === 'applying' && this.stage === 'applying') {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      const found = await get<ReportPage>(`/api/desk/imports/${importId}/report?limit=1`);
      if (found.ok) this.shown = found.value.import; // asked again until it answers: the import goes on without us
    }
    this.stage = 'ended';
  }

  async #refresh(importId: string, cursor?: string): Promise<ReportPage | undefined> {
    const query = new URLSearchParams({ limit: String(PAGE), ...(cursor && { cursor }) });
    const found = await get<ReportPage>(`/api/desk/imports/${importId}/report?${query}`);
    if (!found.ok) {
      this.#fail(found.error, 'choosing');
      return undefined;
    }
    this.shown = found.value.import;
    return found.value;
  }

  #fail(problem: Problem, stage: Stage): void {
    this.problem = problem;
    this.stage = stage;
  }
}
