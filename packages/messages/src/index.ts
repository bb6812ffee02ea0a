export { firstSentence, reasonAndAdvice } from './sentences.js';
export {
  defineMessages,
  followedBy,
  namesIn,
  partsOf,
  plainData,
  templateOf,
  textOf,
  type Message,
  type MessageData,
  type MessageValue,
  type PlainData,
} from './messages.js';
