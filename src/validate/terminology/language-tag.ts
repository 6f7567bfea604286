/** Enough for every tag in real use; a hostile resource must not fill the memory. */
const MOST = 1000;
const known = new Map<string, boolean>();
const registered = new Map<string, boolean>();
let names: Intl.DisplayNames | undefined;

/** True for a well-formed BCP 47 language tag. */
export function isLanguageTag(tag: string): boolean {
  const before = known.get(tag);
  if (before !== undefined) return before;
  const answer = isWellFormed(tag);
  if (known.size < MOST) known.set(tag, answer);
  return answer;
}

function isWellFormed(tag: string): boolean {
  try {
    return tag.length <= 100 && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    // RangeError is how Intl says no.
    return false;
  }
}

/** True when the language a well-formed tag begins with is one that has a name. */
export function isRegisteredLanguage(tag: string): boolean {
  const before = registered.get(tag);
  if (before !== undefined) return before;
  const answer = hasName(tag);
  if (registered.size < MOST) registered.set(tag, answer);
  return answer;
}

function hasName(tag: string): boolean {
  names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const hyphen = tag.indexOf('-');
  return names.of(hyphen < 0 ? tag : tag.slice(0, hyphen)) !== undefined;
}
