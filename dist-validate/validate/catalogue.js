import { PROFILE_CODES } from "./catalogue-profile.js";
import { STRUCTURE_CODES } from "./catalogue-structure.js";
import { WHOLE_CODES } from "./catalogue-whole.js";
/** Every code the validator gives, by its stable slug. The pages under docs/errors are made from it. */
export const validationCatalogue = { ...WHOLE_CODES, ...STRUCTURE_CODES, ...PROFILE_CODES };
//# sourceMappingURL=catalogue.js.map