using Microsoft.AspNetCore.Authorization;

namespace PublicDisclosure.Web.Security;

/// <summary>Marks the pages open to a person who has yet to change a first password.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenWithFirstPasswordAttribute : Attribute;

/// <summary>
/// Lets a person whose password was set by somebody else do nothing before changing it. It stands on the endpoint's demand
/// for a sign-in and not on a list of addresses, so that a new staff page cannot be forgotten.
/// </summary>
public static class FirstPasswordGate
{
    public const string ChangePasswordPath = "/account/change-password";

    /// <summary>Adds the gate; it stands after authorisation.</summary>
    public static IApplicationBuilder UseFirstPasswordGate(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var metadata = context.GetEndpoint()?.Metadata;
        var isForStaff = metadata?.GetMetadata<IAuthorizeData>() is not null;
        if (!isForStaff || metadata!.GetMetadata<OpenWithFirstPasswordAttribute>() is not null || !context.User.MustChangePassword())
            return next(context);
        if (HttpMethods.IsGet(context.Request.Method)) context.Response.Redirect(ChangePasswordPath);
        else context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });
}
