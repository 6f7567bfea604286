export {};
//# sourceMappingURL=bundle-input.js.map