import type { Bundle } from '@medplum/fhirtypes';
import type { Policy } from '../../../map/place.ts';
import type { CountedContact } from '../../subject.ts';
import type { VisitSettings } from './visit-settings.ts';

/** What a visit's transaction is made of, before SATUSEHAT's own numbers come in. */
export interface Visiting {
  readonly number: string;
  /** Numbers of the resources, by our resource id. */
  readonly partNumbers: ReadonlyMap<string, string>;
  readonly bundle: Bundle;
  readonly closing: Policy['closing'][string] | undefined;
  /** Resource id of the closing Condition, ours, stable. */
  readonly closingId: string;
  /** Resources that stay here, whatever codes they have. */
  readonly localIds: ReadonlySet<string>;
  /** Answers of a form that stay here: linkIds by the resource id of the form. */
  readonly localItems: ReadonlyMap<string, ReadonlySet<string>>;
  /** Resource id of the ServiceRequest that a laboratory's report may need, by that of the report. */
  readonly requestIds: ReadonlyMap<string, string>;
  /** Everything that somebody wrote in words of their own. */
  readonly freeTexts: ReadonlySet<string>;
  readonly contact: CountedContact | undefined;
  /** True where no nakes stands behind the record. */
  readonly byKader: boolean;
  readonly settings: VisitSettings;
}

/** Why a resource of a visit is not in its transaction. */
export type StayingReason = 'tidak-boleh' | 'jenis' | 'tanpa-kode' | 'induk' | 'ditolak';

/** A resource of a visit that stays here. */
export interface Staying {
  readonly id: string;
  readonly type: string;
  readonly reason: StayingReason;
}
