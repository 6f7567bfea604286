import type { Responsible } from '../place.ts';

/** The key of a responsible nakes: a keyed hash made by `idOf`, because a NIK may stand in no clear column. */
export function toResponsibleKey(idOf: (of: string, element: string, ordinal: number) => string, responsible: Responsible): string {
  return idOf('nakes', responsible.nik ?? responsible.ihs ?? responsible.name, 1);
}
