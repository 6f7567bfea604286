export {};
//# sourceMappingURL=known-person.js.map