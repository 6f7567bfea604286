export {};
//# sourceMappingURL=known-visit.js.map