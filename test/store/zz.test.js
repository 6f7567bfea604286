import { expect, test } from '@jest/globals';
import { aStore } from "../a-store.js";
test('t', async () => {
    for (let i = 0; i < 4; i++) {
        const t = Date.now();
        const s = await aStore();
        console.log(Date.now() - t);
        expect(s.environment).toBe('simulasi');
    }
}, 30000);
