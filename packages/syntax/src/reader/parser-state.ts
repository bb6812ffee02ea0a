/** What the innermost open collection expects next. */
export const State = {
  blockSequenceItem: 0,
  indentlessSequenceItem: 1,
  blockMappingKey: 2,
  blockMappingValue: 3,
  flowSequenceFirst: 4,
  flowSequenceItem: 5,
  flowPairKey: 6,
  flowPairValue: 7,
  flowPairEnd: 8,
  flowMappingFirst: 9,
  flowMappingKey: 10,
  flowMappingValue: 11,
  flowMappingNoValue: 12,
} as const;
