import { describe, expect, test } from '@jest/globals';
import { listDocumentCells, listTableCells } from './cells-of-file.ts';
import { checkFile } from './check-file.ts';
import { furtherForms } from './further-forms.ts';
import { asOf } from './other-contents.ts';
import { seeded } from './seeded.ts';

describe('every element of every resource of a form of another vendor', () => {
  test.each(furtherForms.map((form) => [form.name, form] as const))('of %s names the cells that change it', async (_, form) => {
    const { source, request, text, headerLine, headings } = form;
    const cells = headerLine === undefined ? listDocumentCells(text) : await listTableCells(text, headerLine, headings);
    const checked = await checkFile(text, cells, { source, request, asOf }, seeded(23));
    expect({ unnamed: checked.unnamed, unmoved: checked.unmoved }).toEqual({ unnamed: [], unmoved: [] });
    expect(checked.leaves).toBeGreaterThan(60);
    expect(checked.contents).toBeGreaterThan(15);
  });
});
