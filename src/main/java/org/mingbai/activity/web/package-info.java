/// The pages of campaigns.
@org.jspecify.annotations.NullMarked
package org.mingbai.activity.web;
