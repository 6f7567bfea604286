export {};
//# sourceMappingURL=source-line.js.map