// The browser's own calendar, for a field that takes words such as "2009" and "2025-09" as well.
const BUTTON = ".dl-calendar";

// The day at which the calendar opens: the first of what "2009" or "2025-09" means, or its last day for the field "to".
export function dayOf(text, isLast) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text.trim()) ?? [];
  if (!year) return "";
  const last = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  return `${year}-${month ?? (isLast ? "12" : "01")}-${day ?? (isLast ? String(last).padStart(2, "0") : "01")}`;
}

function open(button) {
  const calendar = button.parentElement.querySelector("input[type=date]");
  const field = fieldOf(calendar);
  calendar.value = dayOf(field.value, field.name === "to");
  calendar.showPicker();
}

const fieldOf = (calendar) => calendar.parentElement.querySelector("input[type=text]");

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.(BUTTON);
  if (button) open(button);
});

document.addEventListener("change", ({ target }) => {
  if (!target.matches?.(".dl-date input[type=date]") || !target.value) return;
  const field = fieldOf(target);
  field.value = target.value;
  field.focus();
});
