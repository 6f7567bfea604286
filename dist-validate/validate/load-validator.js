var __rewriteRelativeImportExtension = (this && this.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from "../root.js";
import { createRuleCompiler } from "./invariants.js";
import { createValidator } from "./validator.js";
/** The validator has not been built, or what was built cannot be read. */
export class ValidatorNotBuilt extends Error {
    name = 'ValidatorNotBuilt';
}
/** Loads the compiled validator from `generated/` (about a tenth of a second). Rejects with ValidatorNotBuilt when there is none. */
export async function loadValidator(folder = join(packageRoot, 'generated')) {
    try {
        const [manifest, valueSets, baseFast, baseDiagnose, profilesFast, profilesDiagnose] = await Promise.all([
            readManifest(folder),
            readExpansions(folder),
            readModule(folder, 'base-fast'),
            readModule(folder, 'base-diagnose'),
            readModule(folder, 'profiles-fast'),
            readModule(folder, 'profiles-diagnose'),
        ]);
        const { resourceTypes, profileTypes, ownDomain } = manifest;
        const parts = { resourceTypes, ownDomain, valueSets, profileTypes: new Map(profileTypes), compileRule: createRuleCompiler() };
        return createValidator({ ...parts, baseFast, baseDiagnose, profilesFast, profilesDiagnose });
    }
    catch (cause) {
        throw new ValidatorNotBuilt(`The compiled validator in ${folder} cannot be loaded. Run npm run build.`, { cause });
    }
}
// The files below are written by build-validators.ts in the same version: they are read as what that wrote.
async function readManifest(folder) {
    return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
}
async function readExpansions(folder) {
    return JSON.parse(await readFile(join(folder, 'value-sets.json'), 'utf8'));
}
async function readModule(folder, name) {
    const module = (await import(__rewriteRelativeImportExtension(pathToFileURL(join(folder, `${name}.js`)).href)));
    return module.create;
}
//# sourceMappingURL=load-validator.js.map