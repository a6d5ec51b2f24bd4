"use strict";
// Shows ten articles at a time of those that the filters leave, and lets arrow keys walk through sentences.
document.documentElement.classList.add("scripted");

document.addEventListener("DOMContentLoaded", () => {
  const PAGE = 10;
  const list = document.getElementById("list");
  if (!list) {
    return;
  }
  const form = document.querySelector("form.filters");
  const count = document.getElementById("count");
  const previous = document.getElementById("previous");
  const next = document.getElementById("next");
  const articles = [...list.children];
  let kept = articles;
  let page = 0;

  const value = (id) => document.getElementById(id)?.value ?? "";

  const has = (sentence, code) => code === "" || sentence.dataset.codes.split(" ").includes(code);

  function passes(article, outlet, from, to, code) {
    const day = article.dataset.day;
    return (outlet === "" || article.dataset.outlet === outlet)
      && (from === "" || (day !== "" && day >= from))
      && (to === "" || (day !== "" && day <= to))
      && (code === "" || [...article.querySelectorAll("li")].some((sentence) => has(sentence, code)));
  }

  function filter() {
    const code = value("code");
    kept = articles.filter((article) => passes(article, value("outlet"), value("from"), value("to"), code));
    page = 0;
    show();
  }

  function show() {
    const code = value("code");
    const shown = new Set(kept.slice(page * PAGE, (page + 1) * PAGE));
    for (const article of articles) {
      article.classList.toggle("shown", shown.has(article));
    }
    for (const article of shown) {
      const sentences = [...article.querySelectorAll("li")];
      sentences.forEach((sentence) => { sentence.hidden = !has(sentence, code); });
      rove(sentences.filter((sentence) => !sentence.hidden), 0, false);
    }
    const last = Math.min(kept.length, (page + 1) * PAGE);
    count.textContent = kept.length === 0
      ? "No article passes the filters."
      : `Articles ${page * PAGE + 1} to ${last} of ${kept.length}${code === "" ? "" : ", only the sentences with this code"}.`;
    previous.disabled = page === 0;
    next.disabled = last >= kept.length;
  }

  // One sentence of an article is reached by Tab, the others by arrows from there.
  function rove(sentences, place, focus) {
    sentences.forEach((sentence, i) => { sentence.tabIndex = i === place ? 0 : -1; });
    if (focus) {
      sentences[place].focus();
    }
  }

  function turn(pages) {
    page += pages;
    show();
    document.getElementById("articles").scrollIntoView();
  }

  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  previous.addEventListener("click", () => turn(-1));
  next.addEventListener("click", () => turn(1));
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const sentence = event.target.closest("li");
    if (!step || !sentence) {
      return;
    }
    event.preventDefault();
    const sentences = [...sentence.parentElement.children].filter((other) => !other.hidden);
    const place = Math.min(sentences.length - 1, Math.max(0, sentences.indexOf(sentence) + step));
    rove(sentences, place, true);
  });
  filter();
});
