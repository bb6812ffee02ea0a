/** A way from an object down: names of fields and indexes of items. */
export type KeyPath = readonly (string | number)[];
