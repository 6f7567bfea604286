// npm start: makes a bare clone ready and starts the gateway.
process.argv.splice(2, 0, 'start');
await import('./titian.mjs');
