import type { ElementTable } from './element-definition.ts';

/**
 * Says whether an element may go to a platform: where the programme says so, or where the head of the puskesmas lets it go by name. What is
 * written in free words never does: it may hold anything (field rule 6).
 */
export function createMaySend({ elements }: ElementTable, platform: string): (key: string, alsoSend?: readonly string[]) => boolean {
  return (key, alsoSend = []) => {
    const element = elements.get(key);
    if (element === undefined || element.shape === 'text') return false;
    return element.kirim[platform] === true || alsoSend.includes(key);
  };
}

/** The form and the item of it that an element answers; undefined for one that is no answer. */
export function createAnswerOf({ elements }: ElementTable): (key: string) => FormItem | undefined {
  return (key) => {
    const { questionnaire, linkId } = elements.get(key)?.fhir ?? {};
    return questionnaire === undefined || linkId === undefined ? undefined : { questionnaire, linkId };
  };
}

/** An item of a form. */
export interface FormItem {
  readonly questionnaire: string;
  readonly linkId: string;
}
