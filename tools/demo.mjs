// npm run demo: makes a bare clone ready and does the main job on the samples.
process.argv.splice(2, 0, 'demo');
await import('./titian.mjs');
