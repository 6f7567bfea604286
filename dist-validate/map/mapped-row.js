export {};
//# sourceMappingURL=mapped-row.js.map