import type { Form } from '../form.ts';

/** A table whose supposed header heads nothing: its lines are rows, its columns have numbers and no names. */
export function withoutHeader(form: Form): Form {
  if (form.is === 'records' || form.header.is === 'positional') return form;
  const { header } = form;
  const { repeat: _repeat, group: _group, ...rest } = form;
  const columns = form.columns
    .filter(({ at }) => at >= 0)
    .map((column) => ({ ...column, name: String(column.at + 1), heading: '', within: [] }));
  return { ...rest, columns, header: { is: 'positional', lines: header.at - header.lines }, doubled: [], nameless: [], fill: [] };
}
