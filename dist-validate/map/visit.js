export {};
//# sourceMappingURL=visit.js.map