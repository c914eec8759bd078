// What the pages do beyond being read. Each of them is whole without it.
(function () {
  "use strict";

  // From a folder instead of a web server, an address that ends with a slash would list the folder.
  if (location.protocol === "file:") {
    var onward = function (link) {
      var address = new URL(link.href);
      if (address.protocol === "file:" && address.pathname.endsWith("/")) {
        address.pathname += "index.html";
        link.href = address.href;
      }
    };
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a[href]");
      if (link) onward(link);
    }, true);
    document.addEventListener("DOMContentLoaded", function () {
      var link = document.getElementById("onward");
      if (link) {
        onward(link);
        location.replace(link.href);
      }
    });
  }

  // A click on a permalink copies it, where the browser allows.
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.permalink");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    navigator.clipboard.writeText(link.href).then(function () {
      say("Link copied");
    }, function () { location.assign(link.href); });
  });

  // Typing narrows the stream; what does not hold every word is hidden, and headings that hold nothing.
  var events = Array.prototype.slice.call(document.querySelectorAll("li.event"));
  var overview = document.querySelector(".md-content .overview");
  if (overview && events.length >= 5) {
    var plain = function (text) {
      return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    };
    var texts = events.map(function (event) { return plain(event.textContent); });
    var sections = Array.prototype.slice.call(document.querySelectorAll(".timeline .month, .timeline .year"));
    var dots = Array.prototype.slice.call(overview.querySelectorAll("svg a"));
    var box = document.createElement("div");
    box.className = "filter";
    var input = document.createElement("input");
    input.type = "search";
    input.placeholder = "Filter " + events.length + " events";
    input.setAttribute("aria-label", input.placeholder);
    input.setAttribute("autocomplete", "off");
    var count = document.createElement("span");
    count.setAttribute("role", "status");
    box.append(input, count);
    overview.after(box);

    var narrow = function () {
      var words = plain(input.value).split(/\s+/).filter(Boolean);
      var left = 0;
      var shown = {};
      events.forEach(function (event, number) {
        var fits = words.every(function (word) { return texts[number].indexOf(word) >= 0; });
        event.hidden = !fits;
        if (fits) {
          left += 1;
          shown["#" + event.querySelector("h3").id] = true;
        }
      });
      sections.forEach(function (section) { section.hidden = !section.querySelector("li.event:not([hidden])"); });
      dots.forEach(function (dot) { dot.classList.toggle("faint", !shown[dot.getAttribute("href")]); });
      count.textContent = !words.length ? "" : left ? left + " of " + events.length : "No event holds these words.";
    };
    input.addEventListener("input", narrow);
    input.addEventListener("keydown", function (event) {
      event.stopPropagation(); // keys of the page's own search
      if (event.key === "Escape") { input.value = ""; narrow(); }
    });
    window.addEventListener("hashchange", function () {
      var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target && target.closest("[hidden]")) { // what is linked to is never hidden
        input.value = "";
        narrow();
        target.scrollIntoView();
      }
    });
  }

  var spoken;
  function say(words) {
    if (!spoken) {
      spoken = document.createElement("p");
      spoken.className = "spoken";
      spoken.setAttribute("role", "status");
      document.body.appendChild(spoken);
    }
    spoken.textContent = words;
    setTimeout(function () { spoken.textContent = ""; }, 3000);
  }

  // The search folds all hits on a page but the best; events are what is sought, so unfold them.
  var results = document.querySelector("[data-md-component=search-result]");
  if (results && window.MutationObserver) {
    new MutationObserver(function () {
      results.querySelectorAll("details.md-search-result__more:not([data-unfolded])").forEach(function (more) {
        more.setAttribute("data-unfolded", "");
        more.open = true;
      });
    }).observe(results, { childList: true, subtree: true });
  }
})();
