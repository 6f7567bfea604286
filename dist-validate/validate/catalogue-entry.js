export {};
//# sourceMappingURL=catalogue-entry.js.map