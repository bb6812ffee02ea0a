export { defineMessages, plainData, textOf, type Message, type MessageData, type MessageValue } from './messages.js';
