import { getPerson, listPeople } from '@hemicycle/core';
import { defineHandlers } from '../defineHandlers';

export const peopleHandlers = defineHandlers({
  'GET /people': (op, { query }) => listPeople(op, query),
  'GET /people/{userId}': (op, { params }) => getPerson(op, params),
});
