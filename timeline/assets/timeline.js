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
      link.classList.add("permalink--copied");
      setTimeout(function () { link.classList.remove("permalink--copied"); }, 2000);
    }, function () { location.assign(link.href); });
  });

  var spoken;
  function say(words) {
    if (!spoken) {
      spoken = document.createElement("p");
      spoken.className = "spoken";
      spoken.setAttribute("role", "status");
      document.body.appendChild(spoken);
    }
    spoken.textContent = words;
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
