import { access, chmod, constants, mkdir } from 'node:fs/promises';
import { EmbeddedFault } from "./embedded-fault.js";
/** Makes the data folder if need be, readable by its owner alone: health records lie in it. */
export async function prepareDataDir(dataDir) {
    try {
        await mkdir(dataDir, { recursive: true, mode: 0o700 });
        await chmod(dataDir, 0o700);
        await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    }
    catch (cause) {
        throw new EmbeddedFault(`Folder data ${dataDir} tidak dapat dipakai oleh pengguna ini. Jalankan sebagai pengguna yang membuatnya (atau root), atau pilih folder data lain.`, `The data folder ${dataDir} cannot be used by this user. Run as the user who made it (or root), or choose another data folder.`, cause);
    }
}
//# sourceMappingURL=data-dir.js.map