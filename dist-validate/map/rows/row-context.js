export {};
//# sourceMappingURL=row-context.js.map