// Keeps comparisons out that do not fit the chosen field. Without it the server says the same.
"use strict";

const field = document.getElementById("filter-field");
const operator = document.getElementById("filter-operator");
const value = document.getElementById("filter-value");

function fit() {
  const chosen = field.selectedOptions[0];
  const kind = chosen ? chosen.dataset.kind : "";
  for (const option of operator.options) {
    const id = kind === "ID" && (option.value === "contains" || option.value === "starts");
    const kinds = option.dataset.kinds.split(" ");
    option.disabled = id || !(kind === "ID" || kinds.includes(kind));
  }
  if (operator.selectedOptions[0]?.disabled) {
    operator.value = [...operator.options].find((option) => !option.disabled).value;
  }
  value.readOnly = operator.selectedOptions[0]?.dataset.empty === "1";
  if (value.readOnly) {
    value.value = "";
  }
}

if (field && operator && value) {
  field.addEventListener("change", fit);
  operator.addEventListener("change", fit);
  fit();
}
