export {};
//# sourceMappingURL=embedded-event.js.map