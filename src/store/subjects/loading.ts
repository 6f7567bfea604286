import type { FormItem } from '../../map/may-send.ts';
import type { Site } from '../../map/place.ts';
import type { Wilayah } from '../../map/places/wilayah.ts';
import type { Visit } from '../../map/visit.ts';
import type { CountedContact } from '../../platforms/subject.ts';

/** What a platform is told of the elements of a visit, and of the visit among others of the person. */
export interface Telling {
  /** Whether an element may be sent to this platform, by itself or because the head of the puskesmas lets it go. */
  readonly maySend: (element: string, alsoSend?: readonly string[]) => boolean;
  /** The item of a form that an element answers. */
  readonly answerOf?: (element: string) => FormItem | undefined;
  /** The elements that are computed: no visit keeps them, only its Bundle has what they became. */
  readonly computed?: readonly string[];
  /** Which of the counted contacts a visit is. */
  readonly contactOf?: (visit: Visit) => Promise<CountedContact | undefined>;
  /** Kemendagri's list of areas, read when an address is first needed; absent = only codes that were written are known. */
  readonly wilayah?: () => Promise<Wilayah>;
}

/** What a subject is loaded with besides the store. */
export interface Loading extends Telling {
  /** For which platform: what people decided about a person's records, or say was corrected by hand, was so at one. */
  readonly platform: string;
  readonly site: Site;
}
