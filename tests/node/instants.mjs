// Reads calendars as JSON from standard input, {name: text}, and says what ical.js finds in each: [uid, start, end, state].
// A moment is seconds since 1970, a whole day its date.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const when = (time) => (time.isDate ? time.toString() : time.toUnixTime());

function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const state = [component.getFirstPropertyValue("status"), event.sequence, event.summary];
    return [event.uid, when(event.startDate), when(event.endDate), ...state];
  });
}

const calendars = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(Object.fromEntries(Object.entries(calendars).map(([name, text]) => [name, read(text)]))));
